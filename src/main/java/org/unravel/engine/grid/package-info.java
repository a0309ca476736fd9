/**
 * The grid engine: no-jump propagators of all steps are computed once and applied to whole groups of trajectories. It takes every model. Knows no other engine.
 *
 * <p><b>A tour.</b> {@link GridEngine} first, then {@link JumpResolver}: one trajectory through a step in which it jumps: locate, weigh, choose, apply, go on.
 * {@link StepTableBuilder} makes the tables and says what makes a step short enough, {@link GridTables}, {@link SectorTables} and {@link StepTable} hold them,
 * {@link TableStore} within the memory of the machine. {@link GridWorker} runs the groups; {@link SectorLanes} are those of one sector, moved by a {@link LaneStepper};
 * {@link FormStepper} and {@link StateStepper} are the two ways to energies.
 */
package org.unravel.engine.grid;
