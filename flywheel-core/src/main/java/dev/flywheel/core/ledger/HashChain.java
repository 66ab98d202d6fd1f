package dev.flywheel.core.ledger;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains entries, so that nothing can be changed, removed, inserted or moved without being noticed.
 *
 * <p>A hash is SHA-256, in 64 small hexadecimal digits, over these texts in UTF-8, each behind its number of bytes in
 * decimal and a line feed: the previous hash, the position, the idempotency key, the instant in ISO 8601, the kind, the
 * schema version and the payload. The chain of a brand starts from the hash of {@code flywheel ledger 1} and the brand's
 * name, so that one brand's entries do not fit another's. Stateless.
 *
 * <p>A chain proves order and content up to its last hash. Who can write the whole store can write a new chain: keep
 * the last hash elsewhere to notice that.
 */
public final class HashChain {

    private static final String ORIGIN = "flywheel ledger 1";

    private HashChain() {}

    /**
     * Where a brand's chain starts.
     *
     * @param brand the brand
     * @return the hash in front of its first entry
     */
    public static String start(String brand) {
        return sha256(List.of(ORIGIN, LedgerText.require("brand", brand)));
    }

    /**
     * The entries of one append.
     *
     * @param position the position in front of them, 0 at the start
     * @param previousHash the hash at that position
     * @param key the idempotency key
     * @param entries what is to be written, in order
     * @return the entries with their places and hashes
     */
    public static List<LedgerEntry> next(long position, String previousHash, String key, List<NewEntry> entries) {
        List<LedgerEntry> chained = new ArrayList<>();
        String last = previousHash;
        for (NewEntry entry : entries) {
            LedgerEntry open = new LedgerEntry(
                    position + chained.size() + 1,
                    key,
                    entry.at(),
                    entry.kind(),
                    entry.schemaVersion(),
                    entry.payload(),
                    last,
                    "");
            last = hash(open);
            chained.add(new LedgerEntry(
                    open.position(),
                    key,
                    entry.at(),
                    entry.kind(),
                    entry.schemaVersion(),
                    entry.payload(),
                    open.previousHash(),
                    last));
        }
        return List.copyOf(chained);
    }

    /**
     * The hash that an entry must have.
     *
     * @param entry the entry; its own hash is not looked at
     * @return the hash
     */
    public static String hash(LedgerEntry entry) {
        return sha256(List.of(
                entry.previousHash(),
                String.valueOf(entry.position()),
                entry.key(),
                entry.at().toString(),
                entry.kind(),
                String.valueOf(entry.schemaVersion()),
                entry.payload()));
    }

    static String sha256(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append('\n')
                    .append(text);
        }
        return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString();
    }
}
