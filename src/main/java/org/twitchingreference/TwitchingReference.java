package org.twitchingreference;

import java.util.List;

import org.twitchingreference.assess.AssessCommand;
import org.twitchingreference.audit.VerifyAuditCommand;
import org.twitchingreference.keys.RotateKeysCommand;
import org.twitchingreference.store.RotateStoreKeysCommand;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the clinician reference: its server, or one of its commands. */
@SpringBootApplication
public class TwitchingReference {

	public static void main(String[] args) {
		List<String> arguments = List.of(args);
		String command = arguments.isEmpty() ? "" : arguments.get(0);
		// A command, not a server: nothing of Spring is started
		if (command.equals("assess")) {
			System.exit(AssessCommand.run(arguments.subList(1, arguments.size())));
		}
		if (command.equals("rotate-keys")) {
			System.exit(RotateKeysCommand.run(arguments.subList(1, arguments.size())));
		}
		if (command.equals("rotate-store-keys")) {
			System.exit(RotateStoreKeysCommand.run(arguments.subList(1, arguments.size())));
		}
		if (command.equals("verify-audit")) {
			System.exit(VerifyAuditCommand.run(arguments.subList(1, arguments.size())));
		}
		SpringApplication.run(TwitchingReference.class, args);
	}

}
