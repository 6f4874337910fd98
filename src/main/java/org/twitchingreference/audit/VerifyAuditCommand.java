package org.twitchingreference.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The command "verify-audit FILE...": checks whether the lines of an audit trail are the
 * ones that were written, complete and in order.
 */
public final class VerifyAuditCommand {

	private static final String USAGE = """
			Usage: java -jar twitching-reference.jar verify-audit FILE...

			Checks that the lines of an audit trail are those that were written, all of them and in their order: each
			FILE for itself and, given several (packed ones, .gz, among them), also that they follow one another.
			Says where the chain begins and ends: compare that with what was noted elsewhere.

			Exit status: 0 when the chain is whole, 2 when it is broken or a file cannot be read; one line says where.
			""";

	private static final String EARLIER = "; lines without number and chain are of a version before 2026-11, whose"
			+ " file has to be put aside before the upgrade: move them to a file of another name, and check the rest";

	private final PrintStream out;

	private final PrintStream err;

	VerifyAuditCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** Runs with this process's own streams and gives the exit status. */
	public static int run(List<String> arguments) {
		return new VerifyAuditCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8),
				new PrintStream(System.err, true, StandardCharsets.UTF_8))
			.verify(arguments);
	}

	int verify(List<String> arguments) {
		if (arguments.contains("--help") || arguments.contains("-h")) {
			this.out.print(USAGE);
			return 0;
		}
		if (arguments.isEmpty() || arguments.stream().anyMatch((argument) -> argument.startsWith("-"))) {
			this.err.print(USAGE);
			return 2;
		}
		try {
			return verifyAll(arguments.stream().map(Part::of).sorted().toList());
		}
		catch (UncheckedIOException ex) {
			this.err.println(ex.getMessage());
			return 2;
		}
	}

	/**
	 * Takes the files in the order of their first lines, whatever order the shell passed
	 * them in.
	 */
	private int verifyAll(List<Part> parts) {
		Optional<AuditChain> chain = Optional.empty();
		for (Part part : parts) {
			chain = verify(part, chain);
			if (chain.isEmpty()) {
				return 2;
			}
		}
		return 0;
	}

	/** The end of the chain; empty if it is broken. */
	private Optional<AuditChain> verify(Part part, Optional<AuditChain> before) {
		Optional<AuditChain> chain = before;
		int at = 0;
		try (BufferedReader lines = AuditFiles.lines(part.path())) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				at++;
				Optional<AuditChain> here = AuditChain.after(line);
				if (here.isEmpty() || !follows(chain, here.get(), line)) {
					this.err.println(part.path() + ": the chain is broken at line " + at
							+ (AuditChain.isUnchained(line) ? EARLIER : ""));
					return Optional.empty();
				}
				chain = here;
			}
		}
		catch (IOException ex) {
			throw unreadable(part.path());
		}
		AuditChain end = chain.orElse(AuditChain.START);
		this.out.println(part.path() + ": " + at + " lines, whole; " + (end.number() - at + 1) + " to " + end.number()
				+ ", ends with " + end.link());
		return Optional.of(end);
	}

	/**
	 * Lines before the first one may be in other files, but nothing comes before number
	 * 1.
	 */
	private static boolean follows(Optional<AuditChain> chain, AuditChain here, String line) {
		if (chain.isPresent()) {
			return chain.get().isFollowedBy(line);
		}
		return here.number() > 1 || AuditChain.START.isFollowedBy(line);
	}

	private static UncheckedIOException unreadable(Path path) {
		return new UncheckedIOException("Name files that can be read: " + path + " cannot",
				new IOException("Not read"));
	}

	/** A file and the number of its first line, by which files are put in order. */
	private record Part(Path path, long firstNumber) implements Comparable<Part> {

		static Part of(String name) {
			Path path = Path.of(name);
			try (BufferedReader lines = AuditFiles.lines(path)) {
				return new Part(path,
						Optional.ofNullable(lines.readLine())
							.flatMap(AuditChain::after)
							.map(AuditChain::number)
							.orElse(Long.MAX_VALUE));
			}
			catch (IOException ex) {
				throw unreadable(path);
			}
		}

		@Override
		public int compareTo(Part other) {
			return Comparator.comparingLong(Part::firstNumber).compare(this, other);
		}

	}

}
