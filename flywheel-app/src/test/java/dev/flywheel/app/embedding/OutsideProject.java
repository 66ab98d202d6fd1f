package dev.flywheel.app.embedding;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Maven project of somebody else that depends on the installed core alone. It has its own local repository, so that
 * nothing of ours ends up in the user's; libraries and plugins come from the user's repository, else from Maven Central.
 */
final class OutsideProject {

    private static final long MINUTES = 5;

    private final Path home;
    private final Path ownRepository;
    private final String version;

    OutsideProject(Path home, Path ownRepository, String version) {
        this.home = home;
        this.ownRepository = ownRepository;
        this.version = version;
    }

    /** Puts the core's jar and poms where {@code mvn install} would put them. */
    void installCore(Path checkout) throws IOException {
        Path core = checkout.resolve("flywheel-core");
        install("flywheel-parent", ".pom", checkout.resolve("pom.xml"));
        install("flywheel-core", ".pom", core.resolve("pom.xml"));
        install("flywheel-core", ".jar", core.resolve("target/flywheel-core-" + version + ".jar"));
    }

    void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Compiles with warnings as errors and collects the libraries; returns what they are. */
    List<String> build(Path mavenHome, Path usersRepository, String guava) throws IOException, InterruptedException {
        write("pom.xml", pom(guava));
        write("settings.xml", settings(usersRepository));
        boolean windows = File.separatorChar == '\\';
        run(
                mavenHome.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString(),
                "-q",
                "-B",
                "-ntp",
                "-s",
                home.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + ownRepository,
                "compile",
                "dependency:copy-dependencies");
        try (var libraries = Files.list(home.resolve("target/dependency"))) {
            return libraries
                    .map(library -> library.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private void install(String artifact, String extension, Path file) throws IOException {
        Path folder = ownRepository.resolve("dev/flywheel").resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(artifact + "-" + version + extension), StandardCopyOption.REPLACE_EXISTING);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end after " + MINUTES + " minutes: " + String.join(" ", command));
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + said);
        }
        return said;
    }

    private String pom(String guava) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>com.google.guava</groupId>
                        <artifactId>guava</artifactId>
                        <version>%s</version>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>
                  <dependencies>
                    <dependency>
                      <groupId>dev.flywheel</groupId>
                      <artifactId>flywheel-core</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>3.4.0</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>3.16.0</version>
                        <configuration>
                          <showWarnings>true</showWarnings>
                          <failOnWarning>true</failOnWarning>
                          <compilerArgs>
                            <arg>-Xlint:all,-requires-automatic</arg>
                          </compilerArgs>
                        </configuration>
                      </plugin>
                      <plugin>
                        <artifactId>maven-dependency-plugin</artifactId>
                        <version>3.10.0</version>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(guava, version);
    }

    private static String settings(Path usersRepository) {
        String repository = """
                <id>users</id>
                <url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(usersRepository.toUri());
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>users</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>users</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted(repository);
    }
}
