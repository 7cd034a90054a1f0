import { catalogue } from "../text.ts";

/** The words of every letter. Subjects carry no outcome: they are read on locked screens by others. */
export const letter = catalogue(
  {
    "frame.greeting": "Dear {name},",
    "frame.signature":
      "Tidemark, for the Film and TV Week\nThis letter was sent by a program; nobody reads replies to it.",

    "verify.subject": "Confirm your e-mail address",
    "verify.body":
      "Please confirm that this address is yours. The link is good for {hours} hours and works once. Opening the page confirms nothing yet: press the button on it.",
    "verify.link": "Confirm this address",
    "verify.stranger": "If you did not ask for this, do nothing: without the confirmation nothing happens.",

    "reset.subject": "Choose a new password",
    "reset.body":
      "Somebody, hopefully you, asked for a new password. The link is good for {minutes} minutes and works once.",
    "reset.link": "Choose a new password",
    "reset.stranger": "If it was not you, do nothing: your password stays as it is.",

    "exists.subject": "You already have an account",
    "exists.body":
      "Somebody, hopefully you, tried to sign up with this address. You have an account already, so nothing was changed. Sign in, or choose a new password if you have forgotten yours.",
    "exists.sign-in": "Sign in",
    "exists.reset": "I have forgotten my password",

    "password.subject": "Your password was changed",
    "password.body":
      "Your password was changed at {at}. All other devices were signed out. If it was not you, choose a new password at once and tell the organisers.",
    "password.link": "Choose a new password",

    "email.subject": "The address of your account was changed",
    "email.body":
      "From now on letters go to {email}; this address is no longer used to sign in. If it was not you, tell the organisers at once.",

    "factor.subject": "A change to how you sign in",
    "factor.added": "A second step was added to your sign-in at {at}.",
    "factor.removed": "A second step was removed from your sign-in at {at}.",
    "factor.stranger": "If it was not you, change your password at once and tell the organisers.",
    "factor.link": "See how you sign in",

    "invitation.subject.juror": "An invitation to the jury of {programme}",
    "invitation.subject.chair": "An invitation to chair the jury of {programme}",
    "invitation.subject.organiser": "An invitation to organise {programme}",
    "invitation.juror":
      "{inviter} invites you to the jury of {programme}. You would look at entries, mark them by a shared sheet and write a few words on each. What you mark stays within the jury; applicants never learn who judged them.",
    "invitation.chair":
      "{inviter} invites you to chair the jury of {programme}. You would see how the jury's marks lie, lead the discussion and help it come to a decision.",
    "invitation.organiser":
      "{inviter} invites you to organise {programme}: calls, checks of entries, juries, decisions and letters.",
    "invitation.round": "Round",
    "invitation.until": "Please answer by",
    "invitation.link": "Read more and answer",
    "invitation.once": "The link is for you alone; please do not pass this letter on.",

    "receipt.subject": "Received: {number}",
    "receipt.body":
      "We have received your entry “{title}” for {call}, complete and sealed. Please keep this letter: it is your proof.",
    "receipt.number": "Receipt",
    "receipt.at": "Received at",
    "receipt.files": "{count} {count|file|files}:",
    "receipt.bytes": "{count} {count|byte|bytes}",
    "receipt.no-files": "No files belong to this entry.",
    "receipt.hash": "SHA-256 of the whole",
    "receipt.link": "Open the receipt",
    "receipt.verify": "Check this receipt; anybody you give the link to can do so",
    "receipt.answers": "What you handed in, for your own files (answers marked as sensitive are not sent by mail):",

    "returned.subject": "Your entry needs a correction",
    "returned.body": "We have looked at your entry “{title}” and it cannot go on as it is. What needs to be put right:",
    "returned.reopened": "Only this can be changed; everything else stays as it was sealed:",
    "returned.until":
      "Please hand it in again by {until}. Until then you can change it; what you do not change stays as it was.",
    "returned.link": "Open the entry",

    "outcome.subject": "News of your entry “{title}”",
    "outcome.advance": "Your entry “{title}” goes on: {call}, {round}. Congratulations.",
    "outcome.reserve":
      "Your entry “{title}” is on the reserve list of {call}, {round}. Should a place become free, we will write to you.",
    "outcome.decline":
      "Your entry “{title}” does not go on after {round} of {call}. Thank you for handing it in; the jury looked at it with care.",
    "outcome.honour": "Your entry “{title}” is honoured in {call}: {award}. Congratulations.",
    "outcome.words": "The organisers add:",
    "outcome.link": "See the outcome",
  },
  {
    "frame.greeting": "{name}，您好：",
    "frame.signature": "潮位（Tidemark），影视周申报与评审平台\n本邮件由系统发出，回复不会有人阅读。",

    "verify.subject": "请确认您的电子邮箱",
    "verify.body":
      "请确认这个邮箱属于您。链接在 {hours} 小时内有效，只能使用一次。打开页面并不会自动确认，请在页面上点击按钮。",
    "verify.link": "确认邮箱",
    "verify.stranger": "如果不是您本人操作，无需理会：不确认就不会有任何变化。",

    "reset.subject": "设置新密码",
    "reset.body": "有人（应该是您本人）申请了设置新密码。链接在 {minutes} 分钟内有效，只能使用一次。",
    "reset.link": "设置新密码",
    "reset.stranger": "如果不是您本人操作，无需理会：您的密码不会改变。",

    "exists.subject": "您已经有账号了",
    "exists.body":
      "有人（应该是您本人）尝试用这个邮箱注册。您已有账号，因此没有任何改动。请直接登录；如果忘了密码，可以设置新密码。",
    "exists.sign-in": "登录",
    "exists.reset": "我忘了密码",

    "password.subject": "您的密码已修改",
    "password.body":
      "您的密码已于 {at} 修改，其他设备均已退出登录。如果不是您本人操作，请立即设置新密码，并告知组委会。",
    "password.link": "设置新密码",

    "email.subject": "您账号的邮箱已更换",
    "email.body": "今后邮件将发送到 {email}，原邮箱不再用于登录。如果不是您本人操作，请立即告知组委会。",

    "factor.subject": "您的登录方式有变化",
    "factor.added": "您的登录已于 {at} 增加了第二步验证。",
    "factor.removed": "您的登录已于 {at} 取消了一项第二步验证。",
    "factor.stranger": "如果不是您本人操作，请立即修改密码，并告知组委会。",
    "factor.link": "查看登录方式",

    "invitation.subject.juror": "邀请您担任{programme}评委",
    "invitation.subject.chair": "邀请您担任{programme}评委会主席",
    "invitation.subject.organiser": "邀请您参与{programme}的组织工作",
    "invitation.juror":
      "{inviter}邀请您担任{programme}的评委：观看或审阅参评项目，按统一的评分表打分，并写下简短评语。您的评分只在评委会内部使用，申报人不会知道由谁评审。",
    "invitation.chair":
      "{inviter}邀请您担任{programme}的评委会主席：了解评委评分的分布与分歧，主持讨论，协助评委会作出决定。",
    "invitation.organiser": "{inviter}邀请您参与{programme}的组织工作：征集、资格审查、评委、评审结果与通知。",
    "invitation.round": "评审轮次",
    "invitation.until": "请在此之前答复",
    "invitation.link": "了解详情并答复",
    "invitation.once": "此链接仅供您本人使用，请勿转发本邮件。",

    "receipt.subject": "已收到：{number}",
    "receipt.body": "我们已完整收到您向“{call}”提交的作品《{title}》，并已封存。请保存本邮件，作为提交凭证。",
    "receipt.number": "回执编号",
    "receipt.at": "收到时间",
    "receipt.files": "共 {count} 个文件：",
    "receipt.bytes": "{count} 字节",
    "receipt.no-files": "本次提交不含文件。",
    "receipt.hash": "整体 SHA-256",
    "receipt.link": "打开回执",
    "receipt.verify": "核验此回执，得到此链接的任何人都可以核验",
    "receipt.answers": "您提交的内容，供您留存（标为敏感的内容不通过邮件发送）：",

    "returned.subject": "您的作品需要补正",
    "returned.body": "我们审查了您的作品《{title}》，目前还不能进入下一步。需要补正的内容：",
    "returned.reopened": "只能更改以下内容，其余部分以已封存的为准：",
    "returned.until": "请在 {until} 之前重新提交。在此之前您可以修改，没有修改的内容保持不变。",
    "returned.link": "打开作品",

    "outcome.subject": "您的作品《{title}》有新消息",
    "outcome.advance": "祝贺！您的作品《{title}》已通过“{call}”的{round}，进入下一阶段。",
    "outcome.reserve": "您的作品《{title}》已列入“{call}”{round}的候补名单。如有空缺，我们会再与您联系。",
    "outcome.decline": "您的作品《{title}》未能通过“{call}”的{round}。感谢您的申报，评委会已认真审阅。",
    "outcome.honour": "祝贺！您的作品《{title}》在“{call}”中获得：{award}。",
    "outcome.words": "组委会附言：",
    "outcome.link": "查看结果",
  },
);
