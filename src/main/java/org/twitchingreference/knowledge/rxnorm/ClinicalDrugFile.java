package org.twitchingreference.knowledge.rxnorm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.twitchingreference.knowledge.ClinicalDrugs;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCatalogue;

/**
 * Reads a table of clinical drugs from outside the jar. A file that may be the wrong one
 * stops the start, because with it medicines would be missed without notice.
 */
public final class ClinicalDrugFile {

	/** RxNorm whole has some hundred thousand clinical drugs, of 20 bytes each. */
	private static final long LARGEST = 32L * 1024 * 1024;

	private ClinicalDrugFile() {
	}

	/** The table of the file, for ingredients that these medicines have. */
	public static ClinicalDrugs read(String file, MedicineCatalogue medicines) {
		ClinicalDrugs drugs = ClinicalDrugs.read(file, text(file));
		if (drugs.size() == 0) {
			throw broken(file, "holds no clinical drug");
		}
		if (drugs.version().isEmpty()) {
			throw broken(file, "has no line '" + ClinicalDrugs.VERSION + "...', which says what it was made of");
		}
		if (!medicines.usesAnyOf(drugs)) {
			throw broken(file, "names no ingredient that this reference knows");
		}
		return drugs;
	}

	private static byte[] text(String file) {
		try {
			Path path = Path.of(file);
			if (Files.size(path) > LARGEST) {
				throw broken(file, "has more than 32 MB");
			}
			byte[] content = Files.readAllBytes(path);
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
			return content;
		}
		catch (CharacterCodingException ex) {
			throw broken(file, "is not a text in UTF-8", ex);
		}
		catch (InvalidPathException ex) {
			throw broken(file, "cannot be read");
		}
		catch (IOException ex) {
			throw broken(file, "cannot be read", ex);
		}
	}

	private static KnowledgeException broken(String file, String what) {
		return new KnowledgeException(file, what + ". Correct twitching.rxnorm-table, or leave it out");
	}

	private static KnowledgeException broken(String file, String what, IOException cause) {
		return new KnowledgeException(file, what + ". Correct twitching.rxnorm-table, or leave it out", cause);
	}

}
