package org.twitchingreference.sandbox.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.chart.DateRange;
import org.twitchingreference.sandbox.chart.PatientChart;

/**
 * A search over one type of one chart, refused as a whole with 400 when any parameter is
 * unknown or unreadable, and with 403 when it names another patient.
 */
public class ChartQuery {

	private static final Pattern COMMA = Pattern.compile(",");

	private static final Set<String> PRESENTATION = Set.of("_format", "_pretty", "_total", "_elements", "_summary",
			SearchPage.COUNT, SearchPage.CURSOR, SearchPage.INCLUDE);

	private final String type;

	private final PatientChart chart;

	private final List<Predicate<Resource>> criteria = new ArrayList<>();

	private Optional<Comparator<Resource>> order = Optional.empty();

	public ChartQuery(String type, PatientChart chart, Map<String, String[]> parameters) {
		this.type = type;
		this.chart = chart;
		parameters.forEach((name, values) -> {
			for (String value : values) {
				add(name, value);
			}
		});
	}

	/**
	 * The matching resources in the order that _sort asks for, otherwise in that of the
	 * file.
	 */
	public List<Resource> matches() {
		List<Resource> found = new ArrayList<>(this.chart.all(this.type));
		found.removeIf((resource) -> !this.criteria.stream().allMatch((criterion) -> criterion.test(resource)));
		this.order.ifPresent(found::sort);
		return found;
	}

	private void add(String name, String value) {
		if (name.equals("_sort")) {
			this.order = Optional.of(order(value));
		}
		else if (name.equals("_id")) {
			Set<String> ids = Set.copyOf(List.of(COMMA.split(value)));
			this.criteria.add((resource) -> ids.contains(resource.getIdElement().getIdPart()));
		}
		else if (!PRESENTATION.contains(name)) {
			this.criteria.add(criterion(parameter(name), value));
		}
	}

	private Predicate<Resource> criterion(SearchParameter parameter, String value) {
		if (parameter.name().equals("patient") || parameter.name().equals("subject")) {
			requireOwnPatient(value);
		}
		try {
			return COMMA.splitAsStream(value).map(parameter::criterion).reduce(Predicate::or).orElseThrow();
		}
		catch (IllegalArgumentException | DataFormatException ex) {
			throw new InvalidRequestException("The search parameter " + parameter.name() + ": " + ex.getMessage());
		}
	}

	private void requireOwnPatient(String value) {
		if (!ReferenceParameter.id(value).equals(this.chart.id())) {
			throw new ForbiddenOperationException("This token opens the chart of another patient");
		}
	}

	private SearchParameter parameter(String name) {
		String plain = name.endsWith(":Patient") ? name.substring(0, name.indexOf(':')) : name;
		return SearchParameters.find(this.type, plain)
			.orElseThrow(() -> new InvalidRequestException("Unknown search parameter " + name + " for " + this.type));
	}

	private Comparator<Resource> order(String value) {
		return COMMA.splitAsStream(value).map(this::orderOf).reduce(Comparator::thenComparing).orElseThrow();
	}

	private Comparator<Resource> orderOf(String key) {
		boolean descending = key.startsWith("-");
		if (!(parameter(descending ? key.substring(1) : key) instanceof DateParameter date)) {
			throw new InvalidRequestException("Cannot sort " + this.type + " by " + key);
		}
		Comparator<DateRange> spans = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
		Map<Resource, Optional<DateRange>> known = new HashMap<>();
		return Comparator.comparing((resource) -> known.computeIfAbsent(resource, date::span).orElse(null),
				Comparator.nullsLast(spans));
	}

}
