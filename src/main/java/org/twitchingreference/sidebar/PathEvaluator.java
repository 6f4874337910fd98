package org.twitchingreference.sidebar;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

	private static final String PARAMETERS = "param";

	private static final String[] NO_PATH = {};

	/** What a path leads to that is to be followed by the language. */
	private static final Object UNKNOWN = new Object();

	/** By name, components as the language names them and other methods as "name()". */
	private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
		@Override
		protected Map<String, Method> computeValue(Class<?> type) {
			Map<String, Method> accessors = new HashMap<>();
			Stream.of(type.getDeclaredMethods())
				.filter((method) -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
				.forEach((method) -> accessors.put(method.getName() + "()", method));
			Stream.of(type.getRecordComponents())
				.forEach((component) -> accessors.put(component.getName(), component.getAccessor()));
			accessors.values().forEach((accessor) -> accessor.setAccessible(true));
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
		String[] path = path(expression, how);
		Object reached = (path.length > 0) ? follow(context.getVariable(path[0]), path) : UNKNOWN;
		return (reached != UNKNOWN) ? reached : this.language.evaluate(context, expression, how);
	}

	/** What Thymeleaf forbids or converts it is to forbid or convert itself. */
	private String[] path(IStandardVariableExpression expression, StandardExpressionExecutionContext how) {
		if (expression.getUseSelectionAsRoot() || how.getPerformTypeConversion()
				|| how.getForbidUnsafeExpressionResults()) {
			return NO_PATH;
		}
		return this.paths.computeIfAbsent(expression.getExpression(), PathEvaluator::path);
	}

	/** What Thymeleaf restricts in some attributes are the parameters of the request. */
	private static String[] path(String expression) {
		boolean path = PATH.matcher(expression).matches() && !expression.startsWith(PARAMETERS);
		return path ? DOT.split(expression) : NO_PATH;
	}

	private static @Nullable Object follow(@Nullable Object from, String[] path) {
		Object reached = from;
		for (int at = 1; at < path.length && reached != UNKNOWN; at++) {
			reached = step(reached, path[at]);
		}
		return reached;
	}

	private static @Nullable Object step(@Nullable Object from, String name) {
		if (from instanceof Record record) {
			return component(record, name);
		}
		if (from instanceof Collection<?> collection) {
			return switch (name) {
				case "isEmpty()" -> collection.isEmpty();
				case "size()" -> collection.size();
				default -> UNKNOWN;
			};
		}
		return (from instanceof String text && name.equals("isEmpty()")) ? text.isEmpty() : UNKNOWN;
	}

	private static @Nullable Object component(Record from, String name) {
		Method accessor = ACCESSORS.get(from.getClass()).get(name);
		if (accessor == null) {
			return UNKNOWN;
		}
		try {
			return accessor.invoke(from);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			return UNKNOWN;
		}
	}

}
