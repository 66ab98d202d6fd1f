package dev.flywheel.app.program;

import dev.flywheel.core.program.DropPolicy;
import dev.flywheel.core.program.Policy;
import dev.flywheel.core.program.PolicyNumber;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The keys of a policy: {@code drop_policy} and every {@link PolicyNumber}. */
final class PolicyKeys {
    private static final String DROP_POLICY = "drop_policy";
    private static final Set<String> KNOWN = known();

    private PolicyKeys() {}

    /** The policy below with what the table says replaced. */
    static Policy over(Policy below, TomlTable table) {
        table.refuseUnknown(KNOWN);
        Policy policy = below;
        for (String key : table.keys()) {
            Optional<PolicyNumber> number = PolicyNumber.named(key);
            if (number.isPresent()) {
                policy = with(policy, number.get(), table, key);
            } else if (key.equals(DROP_POLICY)) {
                policy = table.text(key, PolicyKeys::dropPolicy)
                        .map(policy::with)
                        .orElse(policy);
            }
        }
        return policy;
    }

    private static Policy with(Policy policy, PolicyNumber number, TomlTable table, String key) {
        Optional<BigDecimal> value = table.number(key);
        try {
            return value.map(exact -> policy.with(number, exact)).orElse(policy);
        } catch (IllegalArgumentException outOfRange) {
            table.problem(String.valueOf(outOfRange.getMessage()));
            return policy;
        }
    }

    private static DropPolicy dropPolicy(String name) {
        return Arrays.stream(DropPolicy.values())
                .filter(rule -> rule.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of STRICT, ECONOMIC"));
    }

    private static Set<String> known() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(DROP_POLICY);
        Arrays.stream(PolicyNumber.values()).map(PolicyNumber::key).forEach(keys::add);
        return keys;
    }
}
