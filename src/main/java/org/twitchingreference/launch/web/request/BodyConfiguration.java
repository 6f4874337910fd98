package org.twitchingreference.launch.web.request;

import org.apache.coyote.http11.AbstractHttp11Protocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits how long Tomcat waits for bodies, and keeps it from reading unwanted ones. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(BodyProperties properties) {
		return (tomcat) -> {
			tomcat.addEngineValves(new UnreadBodyValve());
			tomcat.addConnectorCustomizers((connector) -> {
				if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
					http.setDisableUploadTimeout(false);
					http.setConnectionUploadTimeout((int) properties.time().toMillis());
				}
			});
		};
	}

}
