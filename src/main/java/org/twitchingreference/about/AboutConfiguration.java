package org.twitchingreference.about;

import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.presentation.words.Texts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The content of the pages is the same for everybody, so it is made once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AboutProperties.class)
class AboutConfiguration {

	@Bean
	AboutPage aboutPage(Knowledge knowledge, MessageSource messages) {
		return AboutPage.of(knowledge, new Texts(messages));
	}

	@Bean
	SourceAttributesJson sourceAttributes(AboutPage page, MessageSource messages) {
		return SourceAttributesJson.of(page, new Texts(messages).get("page.name"));
	}

	@Bean
	Logo logo(AboutProperties properties) {
		return Logo.read(properties.logo());
	}

}
