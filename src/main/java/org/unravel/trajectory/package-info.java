/**
 * What one trajectory is: its random stream, what an engine shows of it, and the ledger that books every change of its energy by origin.
 * Imports model, numeric, statistics.
 */
package org.unravel.trajectory;
