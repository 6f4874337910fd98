package org.twitchingreference;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the clinician reference server. */
@SpringBootApplication
public class TwitchingReference {

	public static void main(String[] args) {
		SpringApplication.run(TwitchingReference.class, args);
	}

}
