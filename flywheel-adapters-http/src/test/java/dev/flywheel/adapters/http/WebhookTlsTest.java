package dev.flywheel.adapters.http;

import static dev.flywheel.adapters.http.Samples.announcement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.flywheel.core.port.out.Delivery;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, with a certificate made for this run that names localhost and nothing else. */
final class WebhookTlsTest {

    private static final String PASSWORD = "for-this-run";
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private static SSLContext usual;
    private static SSLContext trusting;
    private static HttpsServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        usual = SSLContext.getDefault();
        trusting = context(certificate(folder.resolve("receiver.p12")));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            REQUESTS.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void delivers_to_a_receiver_with_a_trusted_certificate_for_its_name() throws Exception {
        int before = REQUESTS.get();
        assertEquals(new Delivery.Delivered("a", 1), announce("localhost", trusting));
        assertEquals(before + 1, REQUESTS.get());
    }

    @Test
    void sends_nothing_to_a_receiver_with_an_untrusted_certificate() throws Exception {
        assertNothingSent("localhost", usual);
    }

    @Test
    void sends_nothing_to_a_receiver_with_a_certificate_for_another_name() throws Exception {
        assertNothingSent("127.0.0.1", trusting);
    }

    private static void assertNothingSent(String host, SSLContext trust) throws Exception {
        int before = REQUESTS.get();
        Delivery.Waiting waiting = assertInstanceOf(Delivery.Waiting.class, announce(host, trust));
        assertEquals(
                "https://" + host + ":" + server.getAddress().getPort() + ": no trusted TLS connection",
                waiting.reason());
        assertEquals(before, REQUESTS.get());
    }

    private static Delivery announce(String host, SSLContext trust) {
        SSLContext.setDefault(trust);
        try {
            URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/hooks");
            return Samples.builder(uri).build().announce(announcement("a"));
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    private static KeyStore certificate(Path file) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-J-Duser.language=en",
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "keytool must end");
        assertEquals(0, process.exitValue(), "keytool must succeed");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
