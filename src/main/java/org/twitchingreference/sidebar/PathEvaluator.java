package org.twitchingreference.sidebar;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Evaluates what nearly all expressions of the templates are, a path through the view
 * records, without Spring's expression language, which takes a third of the time of a
 * page. Whatever else there is it is asked for.
 */
final class PathEvaluator implements IStandardVariableExpressionEvaluator {

	private static final Pattern PATH = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*(\\(\\))?)*");

	private static final Pattern DOT = Pattern.compile("\\.");

	private static final String[] NO_PATH = {};

	private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
		@Override
		protected Map<String, Method> computeValue(Class<?> type) {
			Map<String, Method> accessors = new HashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				accessors.put(component.getName(), component.getAccessor());
			}
			return accessors;
		}
	};

	private final IStandardVariableExpressionEvaluator language;

	/** By expression; there are as many as the templates have. */
	private final Map<String, String[]> paths = new ConcurrentHashMap<>();

	PathEvaluator(IStandardVariableExpressionEvaluator language) {
		this.language = language;
	}

	@Override
	public @Nullable Object evaluate(IExpressionContext context, IStandardVariableExpression expression,
			StandardExpressionExecutionContext how) {
		return path(expression, how).flatMap((path) -> follow(context.getVariable(path[0]), path))
			.orElseGet(() -> this.language.evaluate(context, expression, how));
	}

	/** What Thymeleaf restricts or converts it is to restrict or convert itself. */
	private Optional<String[]> path(IStandardVariableExpression expression, StandardExpressionExecutionContext how) {
		if (expression.getUseSelectionAsRoot() || how.getPerformTypeConversion() || how.getRestrictVariableAccess()
				|| how.getForbidUnsafeExpressionResults()) {
			return Optional.empty();
		}
		String[] path = this.paths.computeIfAbsent(expression.getExpression(),
				(text) -> PATH.matcher(text).matches() ? DOT.split(text) : NO_PATH);
		return Optional.of(path).filter((steps) -> steps.length > 0);
	}

	/** What the path leads to; empty also where that is null. */
	private static Optional<Object> follow(@Nullable Object from, String[] path) {
		Optional<Object> reached = Optional.ofNullable(from);
		for (int at = 1; at < path.length && reached.isPresent(); at++) {
			reached = step(reached.get(), path[at]);
		}
		return reached;
	}

	private static Optional<Object> step(Object from, String name) {
		if (from instanceof Record record) {
			return component(record, name);
		}
		if (from instanceof Collection<?> collection) {
			return switch (name) {
				case "isEmpty()" -> Optional.of(collection.isEmpty());
				case "size()" -> Optional.of(collection.size());
				default -> Optional.empty();
			};
		}
		return (from instanceof String text && name.equals("isEmpty()")) ? Optional.of(text.isEmpty())
				: Optional.empty();
	}

	private static Optional<Object> component(Record from, String name) {
		Method accessor = COMPONENTS.get(from.getClass()).get(name);
		if (accessor == null) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(accessor.invoke(from));
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			return Optional.empty();
		}
	}

}
