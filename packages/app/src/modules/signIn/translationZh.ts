import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { signInTranslationRef } from './translation';

export default createTranslationMessages({
  ref: signInTranslationRef,
  full: true,
  messages: {
    title: 'DomainDeck 演示',
    subtitle: '五个集群、三个业务域、四个视角不同的人。今天您是谁？',
    enter: '以 {{name}} 身份进入',
    footnote:
      '无需密码：所示角色为在 payments 中的角色。一切都在本机运行，数据不会离开本机。',
    'noProvider.title': '目前还无法登录',
    'noProvider.text':
      '此门户尚未配置登录方式。请在 packages/backend 中加入所用登录方式的模块，在 auth.providers 下填写其设置，并用其登录页替换 packages/app/src/modules/signIn。',
    failed: '门户未能让 {{name}} 进入。请重试，或查看后端日志。',
    rolesOf: '{{name}} 在 payments 中的角色',
    'person.devOne.name': 'Dev One',
    'person.devOne.department': '支付研发部',
    'person.devOne.sentence':
      '负责修改 pricing：在开发和测试环境自由操作，生产环境只读。',
    'person.testerTwo.name': 'Tester Two',
    'person.testerTwo.department': '质量部',
    'person.testerTwo.sentence': '测试他人的改动；其余环境只读。',
    'person.operator.name': 'Operator',
    'person.operator.department': '平台运维部',
    'person.operator.sentence': '保障集群运行：可查看所有业务域、所有环境。',
    'person.ownerThree.name': 'Owner Three',
    'person.ownerThree.department': '支付平台部',
    'person.ownerThree.sentence': '负责 payments：决定谁能在那里做什么。',
    'person.devEight.name': 'Dev Eight',
    'person.devEight.department': '出行研发部',
    'person.devEight.sentence':
      '在隔壁部门工作：看不到 payments 的任何内容，名称和数量都看不到。',
    'tier.development': '开发',
    'tier.testing': '测试',
    'tier.preProduction': '预发布',
    'tier.production': '生产',
    'tier.partner': '合作方',
    'role.viewer': '只读',
    'role.developer': '开发',
    'role.operator': '运维',
    'role.owner': '负责人',
    'role.none': '无权限',
    'hints.label': '可以试试',
    'hints.crash.title': '找到崩溃',
    'hints.crash.text':
      '以 Dev One 身份打开 payments：生产环境中有一处崩溃，页面会说明原因。',
    'hints.silent.title': '查看所有集群',
    'hints.silent.text':
      '以 Operator 身份打开“集群”页面：状态、版本、节点，以及门户缺少的权限。',
    'hints.stranger.title': '越界一步',
    'hints.grant.title': '授予权限',
    'hints.grant.text':
      '以 Owner Three 身份打开 payments 的“Access”页：保存前先看到会有什么变化。',
    'hints.stranger.text':
      '以 Dev Eight 身份打开 payments：名称和数量都看不到。',
  },
});
