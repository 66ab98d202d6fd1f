package dev.flywheel.core.port.out;

/**
 * What came of an append.
 *
 * @param position the position of its last entry
 * @param repeated whether it had been written before under the same key, and nothing was written now
 */
public record Appended(long position, boolean repeated) {}
