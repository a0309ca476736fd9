/** From a run plan over blocks and threads to one merged result; stopping at a standard error; measurements at both ends. Imports trajectory, engine, statistics, bath, model, numeric. */
package org.unravel.ensemble;
