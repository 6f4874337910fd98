package org.twitchingreference.sidebar;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;

import io.micrometer.core.instrument.MeterRegistry;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.ChartNeeds;
import org.twitchingreference.bedside.SuggestionCounts;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchEnded;
import org.twitchingreference.launch.LaunchOpened;
import org.twitchingreference.ordering.OrderCapability;
import org.twitchingreference.ordering.PreparedDrafts;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.sidebar.counts.ReadingCounts;
import org.twitchingreference.sidebar.kept.BedsideAnswers;
import org.twitchingreference.sidebar.kept.KeptCharts;
import org.twitchingreference.sidebar.kept.KeptChartsProperties;
import org.twitchingreference.sidebar.progress.ChartReading;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Connects the sidebar to the launch that opens it and the chart it reads. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeptChartsProperties.class)
class SidebarConfiguration {

	/**
	 * The longest that a request for the chart waits: shorter than the usual time-outs of
	 * proxies; the page then asks again.
	 */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	/**
	 * A chart that arrives within this time is shown complete at once, and never half.
	 */
	private static final Duration SETTLING_TIME = Duration.ofMillis(450);

	@Bean
	Assessor assessor(Knowledge knowledge) {
		return new Assessor(knowledge);
	}

	@Bean
	ChartReading chartReading(ChartReader reader, Assessor assessor, MeterRegistry meters) {
		return new ChartReading(reader::start, assessor::assess, new ReadingCounts(meters),
				Clock.system(ZoneId.systemDefault()));
	}

	@Bean
	BedsideAnswers bedsideAnswers(Assessor assessor, Knowledge knowledge) {
		return new BedsideAnswers(assessor::assess, knowledge.bedside(), ZoneId.systemDefault());
	}

	@Bean
	static SuggestionCounts suggestionCounts() {
		return new SuggestionCounts();
	}

	/**
	 * Which queries the knowledge needs. It is passed from here, because reading and
	 * knowledge do not depend on each other.
	 */
	@Bean
	static ChartRequirements chartRequirements(Knowledge knowledge) {
		return ChartNeeds.of(knowledge);
	}

	@Bean
	WebMvcConfigurer sidebarLaunches(OrderCapability capability) {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers
					.add(new SidebarLaunchResolver((principal) -> SidebarLaunch.of((Launch) principal, capability)));
			}

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new ViewAuditInterceptor());
			}
		};
	}

	@Bean
	ReadingRegistry readings(ChartReading chartReading, KeptChartsProperties properties, Assessor assessor,
			BedsideAnswers answers,
			@Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) Executor executor) {
		KeptCharts kept = new KeptCharts(properties.size(), assessor::assess);
		return new ReadingRegistry(chartReading::start, kept, answers, LONGEST_WAIT, SETTLING_TIME, executor);
	}

	/** Forgets everything about a launch when it ends. */
	@Bean
	static ApplicationListener<PayloadApplicationEvent<LaunchEnded>> forgetting(ReadingRegistry readings,
			PreparedDrafts drafts) {
		return ApplicationListener.forPayload((LaunchEnded ended) -> {
			readings.forget(ended.launchId());
			drafts.forget(ended.launchId());
		});
	}

	/**
	 * Starts reading when a launch is opened, while the browser is still on its way from
	 * the callback to the sidebar.
	 */
	@Bean
	static ApplicationListener<PayloadApplicationEvent<LaunchOpened>> readingAhead(ReadingRegistry readings,
			OrderCapability capability) {
		return ApplicationListener.forPayload((event) -> {
			capability.ask(event.launch().openFhirSession());
			readings.startAhead(SidebarLaunch.of(event.launch(), capability));
		});
	}

	@Bean
	SidebarPresenter presenter(MessageSource messages) {
		return new SidebarPresenter(new Texts(messages));
	}

	@Bean
	SidebarPages pages(SidebarPresenter presenter) {
		return new SidebarPages(presenter);
	}

	/** The clock for the time of an answer. */
	@Bean
	InstantSource answerClock() {
		return InstantSource.system();
	}

	@Bean
	ChangedPage changedPage(ReadingRegistry readings, SidebarPages pages) {
		return new ChangedPage(readings, pages);
	}

}
