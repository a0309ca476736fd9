/**
 * The renewal engine: for models that do not depend on time and have finitely many states after jumps, from jump to jump by tables. Knows no other engine.
 *
 * <p><b>A tour.</b> {@link RenewalEngine} first, then {@link PostJumpStates}: which states there are, or that they do not end. {@link AgeTableBuilder} tabulates each as a
 * function of its age, in the cells of {@link AgeCells}; {@link WaitingTimeTable} gives the age at which it jumps. {@link RenewalWorker} runs groups over these, with the
 * loops of {@link RenewalKernel}.
 */
package org.unravel.engine.renewal;
