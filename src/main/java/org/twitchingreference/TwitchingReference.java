package org.twitchingreference;

import java.util.List;
import java.util.OptionalInt;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the clinician reference: its server, or one of its commands. */
@SpringBootApplication
public class TwitchingReference {

	public static void main(String[] args) {
		OptionalInt status = Command.run(List.of(args));
		if (status.isPresent()) {
			System.exit(status.getAsInt());
		}
		SpringApplication.run(TwitchingReference.class, args);
	}

}
