package org.twitchingreference.endtoend.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.endtoend.faults.BreakableEhr.Visit;

/**
 * Every query that the application asks of the played EHRs, as it asked it, and the pages
 * of charts in which one of them is answered in some way. Opens them side by side, since
 * most of their time is waiting.
 */
final class QueryFaults implements AutoCloseable {

	private static final boolean EVERY_WAY = System.getProperty("faults", "").equals("all");

	private static final int MANY = 6;

	private static final int SOME = 2;

	private static final BreakableEhr EHR = BreakableSystem.ehr();

	private final ExecutorService launches = Executors.newFixedThreadPool(4);

	/** Launches that wait for an answer that comes too late, all at once. */
	private final ExecutorService slow = Executors.newCachedThreadPool();

	private final Map<Object, CompletableFuture<Page>> pages = new ConcurrentHashMap<>();

	private final Map<AskedQuery, Map<String, String>> hanging = new HashMap<>();

	private final IdentityHashMap<Page, Marks> marks = new IdentityHashMap<>();

	private final Map<PlayedDialect, Set<AskedQuery>> asked = new EnumMap<>(PlayedDialect.class);

	private final Map<AskedQuery, Set<String>> parts = new HashMap<>();

	private final AtomicInteger patients = new AtomicInteger();

	/**
	 * Those of the launches at all dialects; of those that can go wrong in the same ways
	 * only the ones of the first dialect that asks them.
	 */
	List<AskedQuery> queries() {
		List<AskedQuery> queries = new ArrayList<>();
		Set<String> shapes = new HashSet<>();
		for (PlayedDialect dialect : PlayedDialect.values()) {
			List<AskedQuery> fresh = asked(dialect).stream()
				.filter((query) -> !shapes.contains(query.shape()) && matters(query))
				.sorted(Comparator.comparing((AskedQuery query) -> query.path() + query.search()))
				.toList();
			fresh.forEach((query) -> shapes.add(query.shape()));
			queries.addAll(fresh);
		}
		return queries;
	}

	/** Whether it makes a difference to what is read when the query fails. */
	private boolean matters(AskedQuery query) {
		return !failing(query).read().equals(quietIn(query).read());
	}

	/** The page where the server fails, whose ledger names the part. */
	private Page failing(AskedQuery query) {
		ChartFault fault = ChartFault.named("server error");
		try (Visit visit = EHR.visit(quiet(query), query.dialect()).with(fault, query, example(query))) {
			PlayedBrowser browser = new PlayedBrowser();
			Page page = browser.openWholeSidebar(visit.launch(BreakableSystem.app()));
			this.parts.put(query, browser.open(page.address().resolve("ledger")).queriesThatEndedWith(500));
			this.pages.put(List.of(query, fault), CompletableFuture.completedFuture(page));
			return page;
		}
	}

	/** The shapes of all that is asked at any dialect. */
	Set<String> shapes() {
		return Stream.of(PlayedDialect.values())
			.flatMap((dialect) -> asked(dialect).stream())
			.map(AskedQuery::shape)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** At the second launch, when what the EHR does not accept is known. */
	private Set<AskedQuery> asked(PlayedDialect dialect) {
		return this.asked.computeIfAbsent(dialect, this::record);
	}

	private Set<AskedQuery> record(PlayedDialect dialect) {
		open(telling(), dialect);
		try (Visit visit = EHR.visit(telling(), dialect)) {
			Page page = new PlayedBrowser().openWholeSidebar(visit.launch(BreakableSystem.app()));
			this.pages.put(dialect, CompletableFuture.completedFuture(page));
			return visit.asked();
		}
	}

	/**
	 * The ways in which the answer to each query goes wrong: every way for one search and
	 * one read; many for the first query of every other type; some for the rest, each
	 * query those that come next for its kind, beginning with those of no other kind.
	 * Every way for each with "-Dfaults=all".
	 */
	static Map<AskedQuery, List<ChartFault>> faults(List<AskedQuery> queries) {
		Set<Boolean> kinds = new HashSet<>();
		Set<String> types = new HashSet<>();
		Map<AskedQuery, List<ChartFault>> faults = new LinkedHashMap<>();
		Map<List<Boolean>, Integer> tried = new HashMap<>();
		for (AskedQuery query : queries) {
			List<ChartFault> all = ChartFault.all()
				.stream()
				.filter((fault) -> fault.concerns(query.isSearch(), query.isForOne()))
				.sorted(Comparator.comparing((fault) -> fault.concerns(!query.isSearch(), !query.isForOne())))
				.toList();
			boolean ofNewKind = kinds.add(query.isSearch());
			boolean ofNewType = types.add(query.type());
			int most = (ofNewKind || EVERY_WAY) ? all.size() : (ofNewType ? MANY : SOME);
			int from = tried.merge(List.of(query.isSearch(), query.isForOne()), most, Integer::sum) - most;
			faults.put(query, IntStream.range(from, from + most).mapToObj((at) -> all.get(at % all.size())).toList());
		}
		return faults;
	}

	/** What a telling chart has to answer the query. */
	List<String> examples(AskedQuery query) {
		return PlayedCharts.found(telling(), query);
	}

	/** The page of a chart that tells all it can. */
	Page telling(PlayedDialect dialect) {
		return page(dialect, () -> open(telling(), dialect), this.launches).join();
	}

	/** The page of a telling chart that has nothing for this query to find. */
	Page without(AskedQuery query) {
		return page(List.of(query, "without"), () -> open(telling().without(query), query.dialect()), this.launches)
			.join();
	}

	/** The page of a telling chart that has only the usual to answer this query. */
	Page quietIn(AskedQuery query) {
		return page(List.of(query, "quiet"), () -> open(quiet(query), query.dialect()), this.launches).join();
	}

	/** The page of a chart in which nothing tells, with this answer going wrong. */
	Page inQuietChart(AskedQuery query, ChartFault fault) {
		return broken(quiet(), query, fault);
	}

	/**
	 * The page of a chart that tells all it can but by this query, whose answer goes
	 * wrong.
	 */
	Page broken(AskedQuery query, ChartFault fault) {
		return opening(query, fault).join();
	}

	/** Opens the pages beside one another, for whoever wants one of them later. */
	void openAll(List<AskedQuery> queries) {
		faults(queries).forEach((query, faults) -> faults
			.forEach((fault) -> this.pages.put(List.of(query, fault), opening(query, fault))));
	}

	private CompletableFuture<Page> opening(AskedQuery query, ChartFault fault) {
		return page(List.of(query, fault), () -> broken(quiet(query), query, fault),
				fault.isSlow() ? this.slow : this.launches);
	}

	/**
	 * The tests that what the query finds shows to be done or ordered, and the options
	 * that it speaks against, with the words for them where there is nothing to find.
	 */
	Map<String, String> hangingOn(AskedQuery query) {
		return this.hanging.computeIfAbsent(query, (unused) -> {
			Page telling = telling(query.dialect());
			Marks told = marks(telling);
			Map<String, String> found = telling.findings();
			Map<String, String> silent = without(query).findings();
			silent.keySet()
				.retainAll(Stream
					.of(named("test ", told.tests("done")), named("test ", told.tests("ordered")),
							named("option ", told.options("withheld")))
					.flatMap((names) -> names)
					.toList());
			silent.entrySet().removeIf((one) -> one.getValue().equals(found.get(one.getKey())));
			return silent;
		});
	}

	private static Stream<String> named(String kind, Set<String> ids) {
		return ids.stream().map(kind::concat);
	}

	/** The marks of a page that many others are compared with. */
	Marks marks(Page page) {
		return this.marks.computeIfAbsent(page, Marks::of);
	}

	/** The part of the chart that the ledger counts the query to. */
	String part(AskedQuery query) {
		Set<String> failed = this.parts.getOrDefault(query, Set.of());
		if (failed.size() != 1) {
			throw new AssertionError("Not one part failed but " + failed + " by " + query);
		}
		return failed.iterator().next();
	}

	private Page broken(InventedChart chart, AskedQuery query, ChartFault fault) {
		try (Visit visit = EHR.visit(chart, query.dialect()).with(fault, query, example(query))) {
			return new PlayedBrowser().openWholeSidebar(visit.launch(BreakableSystem.app()));
		}
	}

	private static Page open(InventedChart chart, PlayedDialect dialect) {
		try (Visit visit = EHR.visit(chart, dialect)) {
			return new PlayedBrowser().openWholeSidebar(visit.launch(BreakableSystem.app()));
		}
	}

	private CompletableFuture<Page> page(Object key, Supplier<Page> opening, ExecutorService executor) {
		return this.pages.computeIfAbsent(key, (unused) -> CompletableFuture.supplyAsync(opening, executor));
	}

	/** Without one nobody could tell whether the application takes a loss for nothing. */
	private String example(AskedQuery query) {
		return examples(query).get(0);
	}

	private InventedChart telling() {
		return like(InventedPatient.tellingAll(), nextPatient());
	}

	private InventedChart quiet() {
		return like(InventedPatient.quiet(), nextPatient());
	}

	private InventedChart quiet(AskedQuery query) {
		String patient = nextPatient();
		return like(InventedPatient.tellingAll(), patient).with(query, like(InventedPatient.quiet(), patient));
	}

	private static InventedChart like(InventedPatient model, String patient) {
		return model.with(patient, model.scope()).chart();
	}

	private String nextPatient() {
		return "visitor-" + this.patients.incrementAndGet() + "-x";
	}

	@Override
	public void close() {
		this.launches.shutdownNow();
		this.slow.shutdownNow();
	}

}
