package dev.flywheel.testkit;

import dev.flywheel.core.port.out.Ledger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class InMemoryLedgerTest extends LedgerContract {

    private final Map<String, InMemoryLedger> store = new ConcurrentHashMap<>();

    @Override
    protected Ledger ledger(String brand) {
        return store.computeIfAbsent(brand, InMemoryLedger::new);
    }

    @Override
    protected void overwrite(String brand, long position, String payload) {
        store.computeIfAbsent(brand, InMemoryLedger::new).overwrite(position, payload);
    }

    @Override
    protected void remove(String brand, long position) {
        store.computeIfAbsent(brand, InMemoryLedger::new).remove(position);
    }
}
