package org.twitchingreference.sidebar;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;

import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the templates their quick paths before the first page is written. */
@Configuration(proxyBeanMethods = false)
class PathConfiguration {

	@Bean
	static SmartInitializingSingleton quickPaths(SpringTemplateEngine engine) {
		return () -> engine.setDialects(engine.getDialects()
			.stream()
			.map(PathConfiguration::quick)
			.collect(Collectors.toCollection(LinkedHashSet::new)));
	}

	/** Spring's own cannot be told to evaluate otherwise. */
	private static IDialect quick(IDialect dialect) {
		return (dialect instanceof SpringStandardDialect) ? new PathDialect() : dialect;
	}

}
