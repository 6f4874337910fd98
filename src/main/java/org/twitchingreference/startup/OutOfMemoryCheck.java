package org.twitchingreference.startup;

import java.lang.management.ManagementFactory;
import java.util.Optional;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warns at the start if this process would keep running after an OutOfMemoryError: some
 * thread has died then, and nobody knows which. A jar cannot set the option itself.
 */
@Component
class OutOfMemoryCheck {

	static final String OPTION = "ExitOnOutOfMemoryError";

	private static final Logger logger = LoggerFactory.getLogger(OutOfMemoryCheck.class);

	@EventListener(ApplicationReadyEvent.class)
	void check() {
		if (!exits()) {
			logger.warn(
					"Start this server with java -XX:+{}, or put that into JAVA_TOOL_OPTIONS: "
							+ "without it a server that ran out of memory keeps running with some of its threads dead",
					OPTION);
		}
	}

	/** Virtual machines other than HotSpot have other options, which are not checked. */
	private static boolean exits() {
		return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
			.map((machine) -> Boolean.parseBoolean(machine.getVMOption(OPTION).getValue()))
			.orElse(true);
	}

}
