package org.twitchingreference;

import java.util.List;

import org.twitchingreference.assess.AssessCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the clinician reference: its server, or its command "assess". */
@SpringBootApplication
public class TwitchingReference {

	public static void main(String[] args) {
		List<String> arguments = List.of(args);
		if (!arguments.isEmpty() && arguments.get(0).equals("assess")) {
			// A command, not a server: nothing of Spring is started
			System.exit(AssessCommand.run(arguments.subList(1, arguments.size())));
		}
		SpringApplication.run(TwitchingReference.class, args);
	}

}
