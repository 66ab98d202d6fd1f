package dev.flywheel.core.port.out;

import dev.flywheel.core.ledger.LedgerEntry;
import dev.flywheel.core.ledger.NewEntry;
import java.util.List;

/**
 * What came of an append.
 *
 * @param position the position of its last entry
 * @param repeated whether it had been written before under the same key, and nothing was written now
 */
public record Appended(long position, boolean repeated) {

    /**
     * The answer to an append whose key was written before; for those who implement {@link Ledger}.
     *
     * @param written the entries that were written with the key, at least one
     * @param entries what is to be written now
     * @return where the entries stand
     * @throws FlywheelException.KeyReused if they do not say the same
     */
    public static Appended before(List<LedgerEntry> written, List<NewEntry> entries) {
        LedgerEntry first = written.get(0);
        boolean same = written.size() == entries.size();
        for (int i = 0; same && i < entries.size(); i++) {
            same = written.get(i).saysTheSameAs(entries.get(i));
        }
        if (!same) {
            throw new FlywheelException.KeyReused(first.key(), first.position());
        }
        return new Appended(written.get(written.size() - 1).position(), true);
    }
}
