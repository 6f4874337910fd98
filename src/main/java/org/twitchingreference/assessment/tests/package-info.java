/** Whether a test is done, ordered, suggested or not needed. */
@NullMarked
@NamedInterface("tests")
package org.twitchingreference.assessment.tests;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
