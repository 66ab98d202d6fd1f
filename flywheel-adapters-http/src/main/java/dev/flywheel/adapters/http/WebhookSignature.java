package dev.flywheel.adapters.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks 1.0.0 says: {@code v1,} and the base64 HMAC-SHA256 of {@code id.timestamp.body}, once per
 * secret. Immutable. Never shows a secret.
 */
final class WebhookSignature {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final String HMAC = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    private WebhookSignature(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    static WebhookSignature ofSecrets(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("secrets must hold at least one, got none");
        }
        List<SecretKeySpec> keys = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            keys.add(key("secrets[" + i + "]", secrets.get(i)));
        }
        return new WebhookSignature(keys);
    }

    /** The value of {@code webhook-signature}: one signature per secret, in their order. */
    String header(String id, long timestampSeconds, byte[] body) {
        byte[] head = (id + "." + timestampSeconds + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + sign(key, head, body)).collect(Collectors.joining(" "));
    }

    /** Says what is wrong without the value: not even a part of a secret may end in a log. */
    private static SecretKeySpec key(String name, String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(name + " must start with '" + PREFIX + "' (the value is not shown)");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes a character of the secret, so it is no cause.
            throw new IllegalArgumentException(
                    name + " must be base64 after '" + PREFIX + "' (the value is not shown)");
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    name + " must decode to " + MIN_BYTES + " to " + MAX_BYTES + " bytes, got " + bytes.length);
        }
        return new SecretKeySpec(bytes, HMAC);
    }

    private static String sign(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must have " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSignature[" + keys.size() + " secrets, not shown]";
    }
}
