package org.twitchingreference.startup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an operator sets, as here TRACE for all. */
@ExtendWith(EverythingLogged.class)
class LibraryLogFilterTests {

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final LibraryLogFilterInstaller listener = new LibraryLogFilterInstaller();

	private final ApplicationEnvironmentPreparedEvent prepared = new ApplicationEnvironmentPreparedEvent(
			new DefaultBootstrapContext(), new SpringApplication(), new String[0], new MockEnvironment());

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.web.client.RestClient", "org.springframework.security.oauth2",
			"org.springframework.http.converter.json", "org.apache.catalina", "org.apache.hc.client5.http.wire",
			"org.apache.coyote.http11", "ca.uhn.fhir.parser", "org.thymeleaf", "com.nimbusds", "sun.net.www",
			"org.twitchingreferenced", "unheard.of" })
	void noLibraryLogsBelowInfo(String name) {
		this.listener.onApplicationEvent(this.prepared);

		Logger logger = this.loggers.getLogger(name);
		assertThat(logger.isTraceEnabled()).isFalse();
		assertThat(logger.isDebugEnabled()).isFalse();
		assertThat(logger.isErrorEnabled()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.hc.client5.http", "org.apache.coyote.http11.Http11Processor",
			"org.apache.tomcat.util.http.Parameters", "org.springframework.web.servlet.PageNotFound" })
	void thoseThatQuoteStrangersLogErrorsOnly(String name) {
		this.listener.onApplicationEvent(this.prepared);

		Logger logger = this.loggers.getLogger(name);
		assertThat(logger.isInfoEnabled()).isFalse();
		assertThat(logger.isWarnEnabled()).isFalse();
		assertThat(logger.isErrorEnabled()).isTrue();
	}

	@Test
	void leavesWhatElseIsSaidAlone() {
		this.listener.onApplicationEvent(this.prepared);

		assertThat(this.loggers.getLogger("org.springframework.boot").isInfoEnabled()).isTrue();
		assertThat(this.loggers.getLogger("org.twitchingreference.launch").isTraceEnabled()).isTrue();
	}

	@Test
	void staysWhenTheConfigurationIsReadAnew() {
		LoggerContext other = new LoggerContext();
		LibraryLogFilterInstaller.guard(other);
		LibraryLogFilterInstaller.guard(other);

		other.reset();
		other.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);

		assertThat(other.getTurboFilterList()).hasSize(1);
		assertThat(other.getLogger("org.springframework").isDebugEnabled()).isFalse();
	}

}
