/** From a run plan over blocks and threads to one merged result; stopping at a standard error. Imports trajectory, engine, statistics, model, numeric. */
package org.unravel.ensemble;
