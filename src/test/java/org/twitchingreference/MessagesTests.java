package org.twitchingreference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.twitchingreference.clinical.ReasonCode;

import static org.assertj.core.api.Assertions.assertThat;

/** The message bundle and what uses it agree. */
class MessagesTests {

	private static final Map<String, String> MESSAGES = messages();

	private static final List<Class<?>> ENUMS = enums();

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

	private static final Pattern PIECE = Pattern.compile("[\\w.-]+");

	private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"");

	@Test
	void everyReasonHasItsWordsWithAllOfItsArguments() {
		assertThat(codes()).hasSizeGreaterThan(150).allSatisfy((code) -> {
			String words = MESSAGES.getOrDefault("reason." + code.code(), "");
			assertThat(words).as("reason." + code.code()).isNotBlank();
			assertThat(arguments(words + MESSAGES.getOrDefault("reason." + code.code() + ".addressed", ""))).as(words)
				.isEqualTo(IntStream.range(0, code.parameters().size())
					.filter((index) -> !isLinked(code.parameters().get(index)))
					.boxed()
					.collect(Collectors.toSet()));
		});
	}

	/** Sources stand as links beside the words, not in them. */
	private static boolean isLinked(String parameter) {
		return parameter.equals("sources");
	}

	@Test
	void noTwoReasonsShareACode() {
		assertThat(codes().map(ReasonCode::code)).doesNotHaveDuplicates();
	}

	/** Without arguments a text is taken as it stands, with them it is a pattern. */
	@Test
	void writesSingleQuotesTwiceOnlyWhereThereAreArguments() {
		MESSAGES.forEach((key, words) -> assertThat(words.replace("''", "").contains("'")).as(key)
			.isEqualTo(words.contains("'") && arguments(words).isEmpty()));
	}

	@Test
	void saysEveryChoiceOfAKindThatReasonsName() {
		Set<String> kinds = MESSAGES.keySet()
			.stream()
			.filter((key) -> key.matches("reason\\.[a-z-]+\\.[A-Z_]+"))
			.map((key) -> key.split("\\.")[1])
			.collect(Collectors.toSet());

		assertThat(kinds).contains("part")
			.allSatisfy((kind) -> assertThat(ENUMS).anySatisfy((type) -> assertThat(names(type))
				.containsExactlyInAnyOrderElementsOf(choices("reason." + kind + "."))));
	}

	@Test
	void everyReasonOfTheBundleIsOfACode() {
		Set<String> codes = codes().map(ReasonCode::code).collect(Collectors.toSet());

		assertThat(MESSAGES.keySet().stream().filter((key) -> key.matches("reason\\.[a-z0-9-]+")))
			.allSatisfy((key) -> assertThat(codes).contains(key.substring("reason.".length())));
	}

	/** A key stands in a template or in Java, whole or in pieces put together there. */
	@Test
	void everyOtherKeyIsUsed() {
		Set<String> pieces = pieces();

		assertThat(MESSAGES.keySet().stream().filter((key) -> !key.startsWith("reason.") && !isGivenByTheEhr(key)))
			.allMatch((key) -> isMadeOf(pieces, key));
	}

	/** The types of FHIR that an EHR may name a user by. */
	private static boolean isGivenByTheEhr(String key) {
		return key.startsWith("sidebar.session.type.");
	}

	private static boolean isMadeOf(Set<String> pieces, String key) {
		return pieces.contains(key) || IntStream.range(0, key.length())
			.filter((at) -> key.charAt(at) == '.' && pieces.contains(key.substring(0, at)))
			.anyMatch((at) -> isMadeOf(pieces, key.substring(at + 1)));
	}

	private static Set<String> pieces() {
		Stream<String> literals = LITERAL.matcher(read("src/main/java", ".java"))
			.results()
			.map((literal) -> literal.group(1));
		Stream<String> named = Stream.concat(literals, Stream.of(read("src/main/resources/templates", ".html")))
			.flatMap((text) -> PIECE.matcher(text).results())
			.map((piece) -> piece.group().replaceAll("^\\.|\\.$", ""));
		Stream<String> choices = ENUMS.stream()
			.flatMap((type) -> names(type).stream())
			.flatMap((name) -> Stream.of(name, name.toLowerCase(Locale.ROOT).replace('_', '-')));
		return Stream.concat(named, choices).collect(Collectors.toSet());
	}

	private static Stream<ReasonCode> codes() {
		return ENUMS.stream()
			.filter(ReasonCode.class::isAssignableFrom)
			.flatMap((type) -> Stream.of(type.getEnumConstants()))
			.map(ReasonCode.class::cast);
	}

	private static List<String> names(Class<?> type) {
		return Stream.of(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList();
	}

	private static List<String> choices(String prefix) {
		return MESSAGES.keySet()
			.stream()
			.filter((key) -> key.startsWith(prefix))
			.map((key) -> key.substring(prefix.length()))
			.toList();
	}

	private static Set<Integer> arguments(String words) {
		return ARGUMENT.matcher(words)
			.results()
			.map((one) -> Integer.valueOf(one.group(1)))
			.collect(Collectors.toSet());
	}

	private static List<Class<?>> enums() {
		List<Class<?>> enums = new ArrayList<>();
		ProjectClasses.ofTheApplication()
			.stream()
			.filter(JavaClass::isEnum)
			.map(JavaClass::reflect)
			.filter(Class::isEnum)
			.forEach(enums::add);
		return enums;
	}

	private static Map<String, String> messages() {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap(Function.identity(), properties::getProperty, (one, other) -> one, TreeMap::new));
	}

	private static String read(String root, String ending) {
		try (Stream<Path> files = Files.walk(Path.of(root))) {
			return files.filter((file) -> file.toString().endsWith(ending)).map((file) -> {
				try {
					return Files.readString(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
