package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.audit.AuditTrail;
import org.twitchingreference.bedside.BedsideStore;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.sidebar.kept.WarmUpFhirSession;
import org.twitchingreference.startup.WarmUp;

import org.springframework.stereotype.Component;

/**
 * Reads an invented chart, assesses it and renders its page, as for a launch, without EHR
 * and browser. Nothing of it is counted, audited or kept.
 */
@Component
final class ChartWarmUp implements WarmUp {

	private final ChartReader reader;

	private final Assessor assessor;

	private final SidebarPresenter presenter;

	private final ITemplateEngine templates;

	private final AuditTrail audit;

	ChartWarmUp(ChartReader reader, Assessor assessor, SidebarPresenter presenter, ITemplateEngine templates,
			AuditTrail audit) {
		this.reader = reader;
		this.assessor = assessor;
		this.presenter = presenter;
		this.templates = templates;
		this.audit = audit;
	}

	@Override
	public void run() {
		page();
	}

	/** The HTML that would be sent to the browser. */
	String page() {
		ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
		WarmUpFhirSession session = WarmUpFhirSession.asOf(now.toLocalDate());
		Chart chart = this.reader.read(session);
		AssessedChart reading = new AssessedChart(chart, this.assessor.assess(chart, now.toLocalDate()), now);
		PageContent content = new PageState.Read(reading).content(launch(session), this.presenter);
		Context shown = new Context(Locale.ENGLISH, content.model());
		shown.setVariables(Map.of("csrfToken", "", "styled", false));
		return this.templates.process(content.template(), shown);
	}

	private SidebarLaunch launch(WarmUpFhirSession session) {
		return new SidebarLaunch("", session.patientId(), true, false, session,
				new SessionTimeout(Optional.empty(), Optional.empty(), false, Duration.ZERO, Duration.ZERO, Instant.MAX,
						""),
				this.audit.of("-", "", "", "", Optional.empty()), BedsideStore.inMemory(), Optional.empty(),
				() -> false);
	}

}
