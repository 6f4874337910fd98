package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PathEvaluatorTests {

	private static final String THING = "<b th:text=\"${%s}\"></b>";

	private final SpringTemplateEngine quick = engine(new PathDialect(), new StringTemplateResolver());

	@ParameterizedTest
	@MethodSource("readings")
	void writesTheSamePageAsSpringsExpressionLanguage(Reading reading) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("view", new Presenter(Samples.texts()).present(reading, Stage.COMPLETE, true));

		String page = engine(new PathDialect(), templates()).process("sidebar/assessment", context);

		assertThat(page).contains("<h1>")
			.isEqualTo(engine(new SpringStandardDialect(), templates()).process("sidebar/assessment", context));
	}

	static Stream<Reading> readings() {
		return Stream.of(SampleCharts.rich(), SampleCharts.normal(), SampleCharts.partly());
	}

	@ParameterizedTest
	@CsvSource({ "thing.name, One", "thing.next.name, Two", "thing.list.size(), 2", "thing.list.isEmpty(), false",
			"thing.name.isEmpty(), false", "thing.list[1], b", "thing.list.size() + 1, 3", "map.key, value",
			"thing.name.length(), 3", "thing.name == 'One', true", "thing.isLast(), false" })
	void evaluatesPathsAndLeavesTheRestToTheLanguage(String expression, String expected) {
		assertThat(written(expression)).isEqualTo("<b>" + expected + "</b>");
	}

	@ParameterizedTest
	@CsvSource({ "nothing", "thing.next.next" })
	void findsNothingWhereNothingIs(String expression) {
		assertThat(written(expression)).isEqualTo("<b></b>");
	}

	@Test
	void failsWhereTheTemplateIsWrong() {
		for (String expression : List.of("thing.nome", "thing.next.next.name", "thing.list.first()")) {
			assertThatExceptionOfType(TemplateProcessingException.class).isThrownBy(() -> written(expression));
		}
	}

	@Test
	void leavesTheParametersOfARequestToTheirRestrictions() {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("param", new Thing("https://elsewhere.example", List.of(), null));

		assertThatExceptionOfType(TemplateProcessingException.class)
			.isThrownBy(() -> this.quick.process("<a th:href=\"${param.name}\"></a>", context));
	}

	private String written(String expression) {
		Context context = new Context(Locale.ENGLISH);
		context.setVariable("thing", new Thing("One", List.of("a", "b"), new Thing("Two", List.of(), null)));
		context.setVariable("map", Map.of("key", "value"));
		return this.quick.process(THING.formatted(expression), context);
	}

	private static SpringTemplateEngine engine(SpringStandardDialect dialect, ITemplateResolver templates) {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setDialects(Set.of(dialect));
		engine.setTemplateResolver(templates);
		return engine;
	}

	private static ITemplateResolver templates() {
		AbstractConfigurableTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		return resolver;
	}

	private record Thing(String name, List<String> list, @Nullable Thing next) {

		// A template calls it
		@SuppressWarnings("UnusedMethod")
		boolean isLast() {
			return this.next == null;
		}

	}

}
