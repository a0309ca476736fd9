/** The immutable problem: space, operators that depend on time, baths and their channels, initial state, time grid. Imports {@code numeric}. */
package org.unravel.model;
