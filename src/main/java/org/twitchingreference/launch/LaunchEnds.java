package org.twitchingreference.launch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens when a launch ends. */
@Component
public class LaunchEnds {

	private final ApplicationEventPublisher events;

	LaunchEnds(ApplicationEventPublisher events) {
		this.events = events;
	}

	/**
	 * Ends its access, records why, and notifies those who keep something for it. The
	 * reason is a word of the audit trail.
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	public void ended(Launch launch, String why) {
		launch.end();
		launch.trail().ended(why);
		this.events.publishEvent(new LaunchEnded(launch.id()));
	}

	/** Another node has done all that; this one drops what it keeps. */
	public void endedElsewhere(Launch launch) {
		launch.endElsewhere();
		this.events.publishEvent(new LaunchEnded(launch.id()));
	}

}
