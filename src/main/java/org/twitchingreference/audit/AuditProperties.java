package org.twitchingreference.audit;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the audit trail is kept.
 *
 * @param file today's file, which must not be the log's; finished ones stand beside it,
 * compressed. If it is empty, no file is kept
 * @param maximumFile the most bytes of one file
 * @param keepDays how many days finished files are kept
 * @param keyFile the file with the secret from which pseudonyms are made, so that they
 * stay the same; without it they change with each start of the server
 * @param pseudonymousClients whether the address of a client that was refused is replaced
 * by a pseudonym as well
 * @param console whether every line also goes to the log
 */
@ConfigurationProperties("twitching.audit")
record AuditProperties(@DefaultValue("logs/audit.jsonl") String file, @DefaultValue("100MB") DataSize maximumFile,
		@DefaultValue("365") int keepDays, @Nullable Path keyFile, @DefaultValue("false") boolean pseudonymousClients,
		@DefaultValue("false") boolean console) {

	AuditProperties {
		if (maximumFile.toBytes() < 1 || keepDays < 1) {
			throw new IllegalArgumentException(
					"Set twitching.audit.maximum-file to more than zero and .keep-days to one or more");
		}
	}

}
