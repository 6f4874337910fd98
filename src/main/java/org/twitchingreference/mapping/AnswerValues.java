package org.twitchingreference.mapping;

import java.util.List;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.twitchingreference.chart.Answer.Amount;
import org.twitchingreference.chart.Answer.Choice;
import org.twitchingreference.chart.Answer.Unread;
import org.twitchingreference.chart.Answer.Value;
import org.twitchingreference.chart.Answer.YesNo;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.chart.ValueReason;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.mapping.element.Amounts;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ResultValueMapping;

/** The value of an answer: yes or no, a choice, an amount, or why it cannot be read. */
final class AnswerValues {

	private AnswerValues() {
	}

	static Value of(Type value) {
		if (value instanceof BooleanType yes && yes.getValue() != null) {
			return new YesNo(yes.getValue());
		}
		if (value instanceof Coding coding) {
			return choice(new CodeableConcept(coding));
		}
		if (value instanceof Quantity quantity) {
			return amount(quantity);
		}
		return new Unread(value.isPrimitive() ? ChartText.name(value.primitiveValue()) : "",
				ValueReason.ANSWER_OF_ANOTHER_KIND.reason());
	}

	private static Value choice(CodeableConcept concept) {
		List<Code> codes = Codings.codes(concept);
		return codes.isEmpty() ? new Unread(Codings.name(concept), ValueReason.ANSWER_NOT_CODED.reason())
				: new Choice(codes.get(0), Codings.name(concept));
	}

	private static Value amount(Quantity quantity) {
		return (ResultValueMapping.of(quantity, new CodeableConcept()) instanceof Measured measured)
				? new Amount(measured)
				: new Unread(Amounts.shown(quantity), ValueReason.ANSWER_WITHOUT_NUMBER.reason());
	}

}
