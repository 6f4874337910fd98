package org.twitchingreference.endtoend.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;

/** For tests of clocks that differ: skipped where no "libfaketime" is installed. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@EnabledIf(value = "org.twitchingreference.endtoend.nodes.WrongClock#isInstalled",
		disabledReason = "No libfaketime is installed")
public @interface EnabledIfClocksCanBeWrong {

}
