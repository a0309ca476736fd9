/**
 * Curves of the texts, made again: for each table of a text an entry says which model it is of and how its columns are read from what the program computes.
 */
package org.unravel.reproduction;
