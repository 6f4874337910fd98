package org.twitchingreference.fhir;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeclaredCapabilitiesTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"{'rest':[{'mode':'server','resource':[{'type':'ServiceRequest','interaction':[{'code':'read'},{'code':'create'}]}]}]}",
			"{'rest':[{'resource':[{'type':'Patient','interaction':[{'code':'read'}]},{'interaction':[{'code':'create'}],'type':'ServiceRequest'}]}]}" })
	void createsOrdersWhereTheStatementSaysSo(String statement) {
		assertThat(isCreatable(statement)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{'rest':", "<html>",
			"{'rest':[{'resource':[{'type':'ServiceRequest','interaction':[{'code':'read'}]}]}]}",
			"{'rest':[{'resource':[{'type':'ServiceRequest'},{'type':'Patient','interaction':[{'code':'create'}]}]}]}",
			"{'rest':[{'interaction':[{'code':'create'}],'resource':[{'type':'ServiceRequest'}]}]}",
			"{'x':{'rest':[{'resource':[{'type':'ServiceRequest','interaction':[{'code':'create'}]}]}]}}" })
	void createsNoneOtherwise(String statement) {
		assertThat(isCreatable(statement)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'rest':[{'resource':[{'type':'MedicationRequest','searchParam':[{'name':'status'},{'name':'_lastUpdated','type':'date'}]}]}]}",
			"{'rest':[{'resource':[{'searchParam':[{'name':'_lastUpdated'}],'type':'MedicationRequest'},{'type':'Patient'}]}]}" })
	void findsMedicinesByUpdateWhereTheStatementSaysSo(String statement) {
		assertThat(in(statement)).isEqualTo(new DeclaredCapabilities(false, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'rest':[{'resource':[{'type':'MedicationRequest','searchParam':[{'name':'status'}]}]}]}",
			"{'rest':[{'resource':[{'type':'Patient','searchParam':[{'name':'_lastUpdated'}]},{'type':'MedicationRequest'}]}]}",
			"{'rest':[{'searchParam':[{'name':'_lastUpdated'}],'resource':[{'type':'MedicationRequest'}]}]}" })
	void doesNotOtherwise(String statement) {
		assertThat(in(statement)).isEqualTo(DeclaredCapabilities.NONE);
	}

	private static boolean isCreatable(String statement) {
		return in(statement).createsOrders();
	}

	private static DeclaredCapabilities in(String statement) {
		return DeclaredCapabilities.in(statement.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
	}

}
