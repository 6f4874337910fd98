package org.twitchingreference.ordering;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderCapabilityTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"{'rest':[{'mode':'server','resource':[{'type':'ServiceRequest','interaction':[{'code':'read'},{'code':'create'}]}]}]}",
			"{'rest':[{'resource':[{'type':'Patient','interaction':[{'code':'read'}]},{'interaction':[{'code':'create'}],'type':'ServiceRequest'}]}]}" })
	void isThereWhereTheStatementSaysThatOrdersAreCreated(String statement) {
		assertThat(isCreatable(statement)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{'rest':", "<html>",
			"{'rest':[{'resource':[{'type':'ServiceRequest','interaction':[{'code':'read'}]}]}]}",
			"{'rest':[{'resource':[{'type':'ServiceRequest'},{'type':'Patient','interaction':[{'code':'create'}]}]}]}",
			"{'rest':[{'interaction':[{'code':'create'}],'resource':[{'type':'ServiceRequest'}]}]}",
			"{'x':{'rest':[{'resource':[{'type':'ServiceRequest','interaction':[{'code':'create'}]}]}]}}" })
	void isNotThereOtherwise(String statement) {
		assertThat(isCreatable(statement)).isFalse();
	}

	private static boolean isCreatable(String statement) {
		return OrderCapability.isCreatable(statement.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
	}

}
