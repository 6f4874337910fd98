/**
 * What a reader sees of an assessment, in words, the same for the page, the terminal and
 * copied text. All words come from messages.properties or from the knowledge.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "assessment", "assessment :: *", "chart", "knowledge", "knowledge :: orders",
		"clinical" })
package org.twitchingreference.presentation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
