/**
 * How far the verdict can be trusted: its p-values and false alarms over many seeds, and errors planted in the sampled model, the engine or the
 * result that it must find. Imports validation, ensemble, exact, engine, trajectory, statistics, model.
 */
package org.unravel.validation.calibration;
