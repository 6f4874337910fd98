package org.twitchingreference.launch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends launches: their access, their trail, and whatever else is kept for them. */
@Component
public class LaunchTermination {

	private final ApplicationEventPublisher events;

	LaunchTermination(ApplicationEventPublisher events) {
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

	/**
	 * For a launch that another node has ended and recorded: this node only drops what it
	 * keeps for it.
	 */
	public void endedElsewhere(Launch launch) {
		launch.endElsewhere();
		this.events.publishEvent(new LaunchEnded(launch.id()));
	}

}
