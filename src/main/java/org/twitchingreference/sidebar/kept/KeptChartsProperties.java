package org.twitchingreference.sidebar.kept;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much memory kept charts may use, so that an answer need not read one again.
 *
 * @param size what all kept charts together may take in memory, as estimated
 */
@ConfigurationProperties("twitching.kept-charts")
public record KeptChartsProperties(@DefaultValue("96MB") DataSize size) {

	public KeptChartsProperties {
		if (size.toBytes() < 0) {
			throw new IllegalArgumentException("Set twitching.kept-charts.size to zero or more");
		}
	}

}
