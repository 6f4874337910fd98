package org.twitchingreference.launch.web;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How an administrator on this machine ends launches.
 *
 * @param tokenFile a file with the administrator's token: 32 random characters or more
 */
@ConfigurationProperties("twitching.admin")
record AdministratorProperties(Path tokenFile) {

}
