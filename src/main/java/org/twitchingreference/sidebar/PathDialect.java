package org.twitchingreference.sidebar;

import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;

/** Spring's dialect of Thymeleaf with quick paths through records. */
final class PathDialect extends SpringStandardDialect {

	private final IStandardVariableExpressionEvaluator evaluator = new PathEvaluator(
			super.getVariableExpressionEvaluator());

	@Override
	public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
		return this.evaluator;
	}

}
