package org.twitchingreference.endtoend.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;

/** For tests of several nodes: skipped where no "redis-server" is installed. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
@EnabledIf(value = "org.twitchingreference.sandbox.StoreServer#isInstalled",
		disabledReason = "No redis-server is installed")
public @interface EnabledIfStore {

}
